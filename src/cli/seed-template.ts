/** A seed to begin with, in YAML: what is most used is there, the rest is commented out. */
export const SEED_TEMPLATE = `# yaml-language-server: $schema=./node_modules/appwrite-users-emulator/dist/seed.schema.json
# What the projects of appwrite-users-emulator start with, and go back to at a reset.
#
#   npx appwrite-users-emulator --seed seed.yaml --watch
#
# Everything here is checked under the rules of Appwrite's API, and planted wholly or not at all.
# $schema lets editors complete names and say what they mean; the file need not be there.
$schema: ./node_modules/appwrite-users-emulator/dist/seed.schema.json

users:
  - $id: ada
    email: ada@example.com
    password: correct horse
    name: Ada Lovelace
    emailVerification: true
    labels: [admin]
    prefs: { theme: dark }
    memberships:
      - { teamId: crew, roles: [owner] }

  - $id: alan
    email: alan@example.com
    # A hash in the place of the password; also argon2, md5, phpass, scrypt, scryptMod, sha.
    password: $2b$04$tiZrj./Pm1BeXPg0rhw0juv3FrznAv65dg707nvwZtR4GwY5iYnvC
    hash: bcrypt
    phone: "+4930123456"

  - $id: blocked
    email: blocked@example.com
    status: false

teams:
  - $id: crew
    name: Crew

# API keys besides that of --api-key; without scopes a key may do everything.
# keys:
#   - name: Reader
#     secret: reader
#     scopes: [users.read]

# Policies of the project; what is left out stays as it is in a new project.
# settings:
#   passwordHistory: 5
`
