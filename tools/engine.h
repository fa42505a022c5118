/* Set before the engine: what it is built with. Temporary tables stay in memory, and deleted rows
   are overwritten; of the ciphers only those we may use are built. */
#define SQLITE_TEMP_STORE 3
#define SQLITE_SECURE_DELETE 1
#define HAVE_CIPHER_AES_128_CBC 0
#define HAVE_CIPHER_AES_256_CBC 0
#define HAVE_CIPHER_RC4 0
#define HAVE_CIPHER_ASCON128 0
