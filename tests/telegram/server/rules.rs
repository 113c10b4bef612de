//! The rules of the server, each tried by plain HTTP.
