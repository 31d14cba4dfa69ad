"""Print events of ten people or more. Run: kcat -b HOST:PORT -C -e -t TOPIC -f '%R%s' | python read_records.py ."""

import sys

from rescuewire_schemas.codec import decode_event
from rescuewire_schemas.event_filter import EventFilter

wanted = EventFilter(min_victims=10)
while length := sys.stdin.buffer.read(4):  # kcat's %R: the length of the record's value; its %s: the value
    event = decode_event(sys.stdin.buffer.read(int.from_bytes(length, "big")))
    if wanted.matches(event):
        print(event.victims.min, event.harm.value, *event.countries.origin, event.evidence[0].text)
