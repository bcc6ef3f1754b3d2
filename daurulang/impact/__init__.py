"""What the goods that are recycled spare: emissions by one of two sets of factors, and room in the landfill."""
