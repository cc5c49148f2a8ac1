import { list, object, required, string } from "../schema/fields";

export const retentionPeriod = string(
  "How long samples are kept: a number of months, or a number with `h`, `d`, `w` or `y`. Default: the application's own, one month.",
  {
    pattern: /^[0-9]+(h|d|w|y)?$/,
    expected: "expected a number of months such as 12, or a number with h, d, w or y such as 30d",
    example: "30d",
  },
);

const retentionFilter = object("RetentionFilter", "A retention of its own for some series.", {
  filter: required(string('Series selector for the series, `{team="a"}`.')),
  retention: required(string("How long these series are kept, `3d` for example. More than `retentionPeriod` is an error.")),
});

export const retentionFilters = list(
  "Retentions for some series that differ from `retentionPeriod`. Enterprise only: without a license it is an error.",
  retentionFilter,
);

const downsamplingPeriod = object("DownsamplingPeriod", "From which age on, and how far apart, samples are kept.", {
  offset: required(string("Age from which on samples are thinned out, `30d` for example. It must be a multiple of `interval`.")),
  interval: required(
    string("One sample per series is kept for each such time, `5m` for example. Intervals of a rule must divide one another."),
  ),
});

const downsamplingRule = object("DownsamplingRule", "How the samples of some series are thinned out with age.", {
  filter: string('Series selector for the series, `{team="a"}`. Default: all series; two rules with the same filter are an error.'),
  periods: required(list("Ages and intervals. At least one is needed.", downsamplingPeriod)),
});

export const downsampling = object(
  "DownsamplingConfig",
  "Thinning out of old samples. Enterprise only: without a license it is an error.",
  {
    dedupInterval: string("Of the samples of a series within this time, the last one is kept. It must divide the intervals of all rules."),
    rules: list("The rules.", downsamplingRule),
  },
);
