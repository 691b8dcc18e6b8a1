/** A profile as the fields of a Pod hold it. */
export interface DecodedProfile {
  readonly type: string
  readonly localhostProfile: string | undefined
}

const ofHost = 'localhost/'

/** The AppArmor profile that an annotation means; undefined where it means none that a field could hold. */
export function appArmorProfileOf(written: string): DecodedProfile | undefined {
  if (written === 'unconfined') return { type: 'Unconfined', localhostProfile: undefined }
  if (written === 'runtime/default') return { type: 'RuntimeDefault', localhostProfile: undefined }
  if (!written.startsWith(ofHost)) return undefined
  const localhostProfile = written.slice(ofHost.length)
  return localhostProfile.trim() === localhostProfile && localhostProfile !== ''
    ? { type: 'Localhost', localhostProfile }
    : undefined
}

/** The seccomp profile that an annotation means; undefined where it means none. */
export function seccompProfileOf(written: string): DecodedProfile | undefined {
  if (written === 'unconfined') return { type: 'Unconfined', localhostProfile: undefined }
  if (written === 'runtime/default' || written === 'docker/default')
    return { type: 'RuntimeDefault', localhostProfile: undefined }
  if (!written.startsWith(ofHost)) return undefined
  return { type: 'Localhost', localhostProfile: written.slice(ofHost.length) }
}
