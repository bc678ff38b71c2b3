import './env.mjs';
