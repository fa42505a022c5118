// Package data is the vocabulary of the trade: the kinds of records, months,
// and code lists. It does not know the window, the database or files.
package data
