"""What the patterns of dates and times mean: a function for each makes a piece of the words that matched."""
