/// <reference types="node-appwrite-12" />

// The types of this version declare a module with the package's own name, which is an alias here.
declare module "node-appwrite-12" {
  export * from "node-appwrite"
}
