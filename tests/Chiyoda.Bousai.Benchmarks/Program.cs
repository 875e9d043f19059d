using Chiyoda.Bousai.Benchmarks;

// Benchmarks -- NAME [--json FILE]      figures beside a peer or a limit measured in the same run
return args switch
{
    ["bare-web", var url] => await BareWeb.RunAsync(url),
    ["spine", .. var rest] => await Figures.PrintAsync([.. await Spine.MeasureAsync(), .. await Rings.MeasureAsync()], rest),
    ["cap", .. var rest] => await Figures.PrintAsync(Alerts.Measure(), rest),
    ["main", .. var rest] => await Figures.PrintAsync(await MainChain.MeasureAsync(), rest),
    ["telegrams", .. var rest] => await Figures.PrintAsync(Reading.Measure(), rest),
    ["backtest", .. var rest] => await Figures.PrintAsync(Backtesting.Measure(), rest),
    ["consequences", .. var rest] => await Figures.PrintAsync(Foreseeing.Measure(), rest),
    ["fold", .. var rest] => await Figures.PrintAsync(Folding.Measure(), rest),
    _ => Figures.Usage(),
};
