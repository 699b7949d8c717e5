"""What is known beside a text: published figures and dated exchange rates."""
