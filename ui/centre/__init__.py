"""The centre on the screen: the first steps and the settings."""
