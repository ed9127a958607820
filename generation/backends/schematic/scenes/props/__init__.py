"""What several templates put on the stage: vessels, strands, grounds, gauges, a tool in its hand."""
