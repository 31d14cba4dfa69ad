"""rescuewire: rescue events out of news streams."""
