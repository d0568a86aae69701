/** May use the face of the attic, and reads its diary. */
@ApplicationModule(allowedDependencies = "attic")
package broken.house.stairs;

import org.springframework.modulith.ApplicationModule;
