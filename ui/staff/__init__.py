"""Staff on the screen: signing in, and who works here."""
