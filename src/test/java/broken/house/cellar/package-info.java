/** Says that it needs nothing, and takes what it likes from upstairs. */
@ApplicationModule(allowedDependencies = {})
package broken.house.cellar;

import org.springframework.modulith.ApplicationModule;
