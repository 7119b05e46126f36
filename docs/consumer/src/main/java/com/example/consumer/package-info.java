/** A host that knows nothing but the published jars. */
package com.example.consumer;
