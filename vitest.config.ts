import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The suites share two cores with the browser and servers that they start.
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
