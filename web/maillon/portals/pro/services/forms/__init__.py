"""What somebody types or chooses about services. Forms check the shape; what may be is asked of the directory."""
