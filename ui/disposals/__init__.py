"""What goes to the landfill."""
