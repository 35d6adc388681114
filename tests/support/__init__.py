"""What tests stand on: databases, servers, a clock, a browser, the demo organisation."""
