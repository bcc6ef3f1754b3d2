"""Files the program carries: catalogue, villages, fonts, icons, logo, demo names and translations."""
