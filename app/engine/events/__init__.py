"""Event definitions (BPMN 10.5.5): what is waited for and what is thrown; one small file for each kind."""
