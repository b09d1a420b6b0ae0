"""`familieopslag audit`: whether the audit log holds, and what it says of a citizen who asks (GDPR article 15)."""
