"""The steps from a batch to its leads: each one function from tables to tables, without files and without a clock."""
