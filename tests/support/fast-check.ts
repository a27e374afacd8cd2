import fc from 'fast-check';

// The same cases in every run, so that a change is judged by what it changed; `FC_SEED=n` looks for new ones.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122) });
