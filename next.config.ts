import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // No page has a picture to make smaller: the route that does so is not there.
  images: { unoptimized: true },
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  serverExternalPackages: ['just-bash', '@libsql/client', '@prisma/adapter-libsql', '@prisma/client'],
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
}

export default config
