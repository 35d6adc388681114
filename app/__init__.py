"""Mizban: service management in which every service is an executable BPMN diagram."""
