// Package data is the vocabulary of the trade: what a record is, what a month
// is, what the code tables say. It knows neither window nor database nor file.
package data
