"""The counter: what a member brings is weighed in."""
