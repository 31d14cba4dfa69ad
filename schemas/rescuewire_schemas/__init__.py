"""What crosses rescuewire's wire: articles in, rescue events out."""
