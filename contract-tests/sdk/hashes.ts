/** Hashes of the word `password` that were made elsewhere; those of PHPass and Firebase are their own samples. */
export const hashes = {
  argon2: "$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$7wQdmxXzGh131O2yofJOiueTHH1s6qUu422D/VL5aqc",
  bcrypt: "$2b$04$tiZrj./Pm1BeXPg0rhw0juv3FrznAv65dg707nvwZtR4GwY5iYnvC",
  md5: "5f4dcc3b5aa765d61d8327deb882cf99",
  phpass: "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
  sha512:
    "b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86",
  scrypt:
    "745731af4484f323968969eda289aeee005b5903ac561e64a5aca121797bf7734ef9fd58422e2e22183bcacba9ec87ba0c83b7a2e788f03ce0da06463433cda6",
  firebase: "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==",
} as const

/** What Firebase's sample hash was made with. */
export const firebase = {
  salt: "42xEC+ixf3L2lw==",
  saltSeparator: "Bw==",
  signerKey: "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==",
} as const
