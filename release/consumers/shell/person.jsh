import io.mooring.*;
import io.mooring.quantity.*;
var world = Mooring.load(java.nio.file.Path.of(System.getProperty("manifest"))).settle();
System.out.println(world.why("default/www-web-1").text());
System.out.println("1Gi is 1024Mi: " + Quantity.parse("1Gi").equals(Quantity.parse("1024Mi")));
/exit
