"""What one takes along to an interview: the company's business with one's own work on it."""
