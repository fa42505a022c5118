package keys

// Shipped are the parameters of a password before a test makes them cheap.
var Shipped = usual
