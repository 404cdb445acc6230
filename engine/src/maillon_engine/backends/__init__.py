"""The engines that stages run on, behind one small class: DuckDB in the process, or Apache Spark."""
