import { withSignalConfig } from 'signal-next/config';

export default withSignalConfig((phase) => ({
  distDir: phase === 'phase-development-server' ? '.next-dev' : '.next',
}));
