"""What is asked about a minor's assessment, a form each."""
