//! Measures every case on this machine. `cargo xtask bench` reads what it prints.

use divan::Bencher;
use peer_map_bench::{Case, cases, described};

fn main() {
    println!("{}", described(&cases()));
    divan::main();
}

/// Many runs a sample, so that each sample has every input in it.
#[divan::bench(args = cases().into_iter().filter(|case| !case.is_of_group()), sample_size = 1000)]
fn one(bencher: Bencher, case: &Case) {
    bencher.bench_local(|| case.run());
}

#[divan::bench(args = cases().into_iter().filter(|case| case.is_of_group()), sample_size = 1)]
fn group(bencher: Bencher, case: &Case) {
    bencher.bench_local(|| case.run());
}
