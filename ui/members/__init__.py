"""The screen of the members: finding, looking at, registering and changing them."""
