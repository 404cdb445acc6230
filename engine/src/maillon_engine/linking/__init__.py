"""What texts share, which of it ties them together, and what it says of an organisation behind them."""
