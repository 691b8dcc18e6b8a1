import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  serverExternalPackages: ['just-bash', '@libsql/client', '@prisma/adapter-libsql', '@prisma/client'],
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
}

export default config
