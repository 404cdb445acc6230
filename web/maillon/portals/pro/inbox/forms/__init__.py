"""What a recipient types or chooses. Forms check the shape; whether it may happen is asked of the services."""
