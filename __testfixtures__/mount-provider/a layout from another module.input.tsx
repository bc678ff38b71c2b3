// @file app/layout.tsx
export { default } from '@acme/layout';
