"""What members owe the centre, and repaying it at the counter."""
