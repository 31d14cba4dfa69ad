"""`python -m rescuewire`, for where the command is not installed."""

from rescuewire.commands import main

main()
