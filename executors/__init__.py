"""Write items in the transaction that is handed in, and tell destinations after it committed."""
