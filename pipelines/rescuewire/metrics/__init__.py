"""What a run tells of itself while it runs: metrics for Prometheus, liveness and readiness."""

LOCALHOST = "127.0.0.1"
"""Where they are served unless somebody says otherwise: whoever may ask is the operator's decision."""
