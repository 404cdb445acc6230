"""What is typed or chosen. Forms check the shape; whether it may happen is asked of the services."""
