import type { Field } from '../field.ts'

const keys: Field = {
  says: 'Keys. The first one of the first provider writes; the others only read.',
  items: {
    says: 'A key.',
    keys: {
      name: { says: 'What the key is called. It stands in front of every value that the key encrypted.' },
      secret: { says: 'The key itself, in base64: 16, 24 or 32 random bytes, and always 32 for secretbox.' },
    },
  },
}

const cipher = (says: string): Field => ({ says, keys: { keys } })

/** The fields of an EncryptionConfiguration, for hover and completion. */
export const encryptionConfigHelp: Field = {
  says: 'What the API server encrypts before it stores it in etcd.',
  keys: {
    apiVersion: {
      says: 'The version of this file.',
      values: [{ text: 'apiserver.config.k8s.io/v1', says: 'The version that the API server reads.' }],
    },
    kind: { says: 'The kind of this file.', values: [{ text: 'EncryptionConfiguration', says: 'This kind.' }] },
    resources: {
      says: 'Entries, from the narrower to the wider. A resource that no entry covers is stored as it is.',
      items: {
        says: 'Resources, and what they are encrypted with.',
        keys: {
          resources: {
            says: 'Names of resources in the plural, with the group behind a dot.',
            items: {
              says: 'A resource. A name that nothing has is taken, and does nothing.',
              values: [
                { text: 'secrets', says: 'Secrets.' },
                { text: 'configmaps', says: 'ConfigMaps.' },
                { text: '*.', says: 'Everything of the core group.' },
                { text: '*.*', says: 'Everything.' },
              ],
            },
          },
          providers: {
            says: 'What encrypts. The first one writes; to read, each is tried in turn.',
            items: {
              says: 'One provider.',
              keys: {
                identity: { says: 'Does not encrypt. At the end of the list it reads what was stored before.' },
                aescbc: cipher('AES in CBC mode, with padding.'),
                aesgcm: cipher('AES in GCM mode. Its keys have to be changed often.'),
                secretbox: cipher('XSalsa20 and Poly1305.'),
                kms: {
                  says: 'Asks a key management service, so that no key lies in this file.',
                  keys: {
                    apiVersion: {
                      says: 'How the service is spoken to. It is v1 where nothing is written.',
                      values: [
                        { text: 'v2', says: 'The version to use.' },
                        { text: 'v1', says: 'The old version, which is switched off.' },
                      ],
                    },
                    name: { says: 'What the service is called. It stands in front of every value.' },
                    endpoint: { says: 'The socket of the service: unix:///run/kms.sock.' },
                    timeout: { says: 'How long the service may take. 3s where nothing is written.' },
                    cachesize: { says: 'How many keys are kept in memory. Version v1 alone has it.' },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
}
