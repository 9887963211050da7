"""One file a stage: read a staged batch, make one pure call, write the next one. References travel, frames stay."""
