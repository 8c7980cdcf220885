"""Methods: from counts to protected values. numpy, pandas and scipy only; knows no other room."""
